import { placeOfDay } from '../../state/activity.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { DateField } from '../../ui/date-field.tsx'
import { startOfDay } from '../../ui/time.ts'

/** Scrolls the list to a day. @param onPlace told where in the list that is */
export function GoToDay({ onPlace }: { readonly onPlace: (index: number) => void }) {
  const go = (day: string): void => {
    const start = startOfDay(day)
    if (start !== undefined) void attempt(async () => onPlace(await placeOfDay(start)))
  }
  return <DateField label={text.activity.goTo} onChange={go} />
}
