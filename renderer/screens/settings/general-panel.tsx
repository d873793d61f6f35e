import { useState } from 'react'
import type { LanguageChoice, Theme } from '../../../preload/contract/preferences.ts'
import { request } from '../../hub.ts'
import { showShortcuts } from '../../state/palette.ts'
import { setLanguage, setStartsAtLogin, setTheme, usePreferences } from '../../state/preferences.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import styles from './settings.module.css'

/** How the program looks, starts and ends. */
export function GeneralPanel() {
  const { value: preferences, problem, load } = usePreferences()
  const words = text.program.general
  return (
    <Section title={words.title}>
      {problem && <ProblemNotice problem={problem} onRetry={() => void load()} />}
      {preferences === null ? (
        problem === null && <Skeleton rows={3} />
      ) : (
        <Panel>
          <ThemeRow theme={preferences.theme} />
          <LanguageRow language={preferences.language} />
          <LoginRow isOn={preferences.startsAtLogin} />
          <ProgramRow />
        </Panel>
      )}
    </Section>
  )
}

function ThemeRow({ theme }: { readonly theme: Theme }) {
  const { theme: label, themes } = text.program.general
  return (
    <div className={styles['row']}>
      <div className={styles['words']}>
        <h3>{label}</h3>
      </div>
      <Segments
        label={label}
        value={theme}
        segments={(Object.keys(themes) as Theme[]).map((value) => ({ value, label: themes[value] }))}
        onChange={(next) => void attempt(() => setTheme(next))}
      />
    </div>
  )
}

function LanguageRow({ language }: { readonly language: LanguageChoice }) {
  const { language: label, languages } = text.program.general
  return (
    <div className={styles['row']}>
      <div className={styles['words']}>
        <h3>{label}</h3>
      </div>
      <SelectField
        label={label}
        value={language}
        choices={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        // Sound: the choices are the languages.
        onChange={(next) => void attempt(() => setLanguage(next as LanguageChoice))}
      />
    </div>
  )
}

function LoginRow({ isOn }: { readonly isOn: boolean }) {
  const { login, loginBody } = text.program.general
  return (
    <div className={styles['switchRow']}>
      <Switch on={isOn} onChange={(on) => void attempt(() => setStartsAtLogin(on))}>
        <span className={styles['words']}>
          <h3>{login}</h3>
          <p>{loginBody}</p>
        </span>
      </Switch>
    </div>
  )
}

function ProgramRow() {
  const [isAsking, setIsAsking] = useState(false)
  const words = text.program.general
  return (
    <div className={styles['row']}>
      <div className={styles['words']}>
        <p>{words.closing}</p>
      </div>
      <div className={styles['buttons']}>
        <Button onClick={showShortcuts}>{text.program.shortcuts.title}</Button>
        <Button onClick={() => setIsAsking(true)}>{words.quit}</Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={words.quitTitle}
          confirm={words.quit}
          onConfirm={() => request('program.quit', {})}
          onClose={() => setIsAsking(false)}
        >
          {words.quitBody}
        </ConfirmDialog>
      )}
    </div>
  )
}
