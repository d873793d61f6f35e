import type { App, ChosenExposure } from '../../../preload/contract/shapes.ts'
import { updateApp } from '../../state/apps.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Segments } from '../../ui/segments.tsx'
import styles from './apps.module.css'

const CHOICES: readonly ChosenExposure[] = ['automatic', 'all', 'search']

/** Whether the app's model reads every tool or a search over them, and what that costs it. */
export function AppExposure({ app }: { readonly app: App }) {
  const choose = (exposure: ChosenExposure): void =>
    void attempt(() => updateApp({ appId: app.id, exposure }))
  return (
    <div className={styles['exposure']}>
      <p className={styles['legend']}>{text.exposure.title}</p>
      <Segments
        label={text.exposure.title}
        value={app.exposure}
        segments={CHOICES.map((value) => ({ value, label: text.exposure.labels[value] }))}
        onChange={choose}
      />
      <p className={styles['faint']} aria-live="polite">
        {text.exposure.means(app.exposure, app.listing.mode)} {text.exposure.cost(app.listing)}
      </p>
    </div>
  )
}
