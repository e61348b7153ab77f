/** Where the keyboard goes on when the button that was pressed is gone. */
import { useEffect, type RefObject } from 'react'

/** In a half whose focused element leaves the page, or is disabled, its folders have the focus, and not the top of the page. */
export function useKeptFocus(half: RefObject<HTMLElement | null>) {
  useEffect(() => {
    let isHere = false
    const forget = () => { isHere = false }
    const look = ({ target }: FocusEvent) => { isHere = !!half.current?.contains(target as Node) && (target as Element).matches(':focus-visible') }
    const keep = () => requestAnimationFrame(() => {
      if (isHere && document.activeElement === document.body) half.current?.querySelector<HTMLElement>('[data-fallback]')?.focus({ preventScroll: true })
    })
    const observer = new MutationObserver(keep)
    observer.observe(half.current!, { subtree: true, childList: true, attributeFilter: ['disabled', 'hidden'] })
    document.addEventListener('focusin', look)
    document.addEventListener('pointerdown', forget)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', look)
      document.removeEventListener('pointerdown', forget)
    }
  }, [])
}
