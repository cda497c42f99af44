/** Names a guest as messages do. */
export function guestText({ vmid, name }: { readonly vmid: number; readonly name: string | null }): string {
  return name === null || name === "" ? `guest ${vmid}` : `guest ${vmid} (${name})`;
}
