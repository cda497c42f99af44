/** Takes an item out of a list without order; `position` knows where in the list each item is. */
export function swapRemove(list: number[], position: Int32Array, item: number): void {
  const hole = position[item] ?? 0;
  const last = list.pop();
  if (last !== undefined && last !== item) {
    list[hole] = last;
    position[last] = hole;
  }
}
