/** The sign of the product: an arch with its gate ajar. */
export function Mark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" fill="none" aria-hidden>
      <path d="M3 20V10a8 8 0 0 1 16 0v10" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path d="M7.5 20V10.2a3.5 3.5 0 0 1 3.5-3.5V20z" fill="currentColor" />
      <path d="M1.5 20h19" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
