import type { Part } from '../../scene/focus/free.ts'

/** What is large enough that nothing that one wants to see may lie under it. */
const COVERS = '.scene-storeys, .scene-tools, .scene-drawer, .scene-layers.open, .stage-card'

/** What lies over the stage just now, measured from its upper left corner. */
export function coversOf(host: HTMLElement): Part[] {
  const stage = host.getBoundingClientRect()
  const around = host.closest('.panel') ?? host.parentElement
  return [...(around?.querySelectorAll(COVERS) ?? [])].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return { left: left - stage.left, top: top - stage.top, right: right - stage.left, bottom: bottom - stage.top }
  })
}
