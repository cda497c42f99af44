interface Named {
  readonly vmid: number;
  readonly name: string | null;
}

/** Names a guest as messages do. */
export function guestText(guest: Named): string {
  return `guest ${guestLabel(guest)}`;
}

/** Names a guest where it is clear that it is one. */
export function guestLabel({ vmid, name }: Named): string {
  return name === null || name === "" ? String(vmid) : `${vmid} (${name})`;
}
