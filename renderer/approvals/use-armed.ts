import { useEffect, useState } from 'react'

const ARM_MS = 600

/**
 * Whether the answers may be pressed: only after the question has been in sight for a moment.
 * A press meant for what was there before must not become a yes.
 * @param question changes with every new question
 */
export function useArmed(question: string): boolean {
  const [armedFor, setArmedFor] = useState<string | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const restart = (): void => {
      clearTimeout(timer)
      setArmedFor(null)
      if (document.visibilityState === 'visible') timer = setTimeout(() => setArmedFor(question), ARM_MS)
    }
    restart()
    document.addEventListener('visibilitychange', restart)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', restart)
    }
  }, [question])
  return armedFor === question
}
