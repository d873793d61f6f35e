/** Brings the first field at fault into sight and puts the focus there, once it is marked. */
export function focusFirstProblem(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (field) return field.focus()
    form?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' })
  })
}
