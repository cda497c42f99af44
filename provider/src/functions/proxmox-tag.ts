/** What Proxmox VE takes as a tag; it lowers the case itself unless the cluster is told otherwise. */
const TAG = /^[a-z0-9_][a-z0-9_\-+.]*$/i;

/** What may follow the prefix of a tag. */
const TAG_ENDING = /^[a-z0-9_\-+.]+$/;

/** Nodes have host names without a domain. */
const NODE_NAME = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/** Tells whether Proxmox VE takes a text as a tag. */
export const isProxmoxTag = (text: string): boolean => TAG.test(text);

/** Says in one sentence why a name cannot end a tag, or gives undefined when it can. `what` names the argument. */
export const objectionToEnding = (what: string, text: string): string | undefined => {
  if (TAG_ENDING.test(text)) return undefined;
  if (text === "") return `The ${what} must not be empty.`;
  if (TAG_ENDING.test(text.toLowerCase()))
    return `The ${what} "${text}" has capitals, which Proxmox VE lowers in tags. Write it as "${text.toLowerCase()}".`;
  return `The ${what} "${text}" cannot be part of a Proxmox VE tag. Use only lower-case letters, digits and the characters _ - + and ".".`;
};

/** Says in one sentence why a text is no node name, or gives undefined when it is one. `what` names the argument. */
export const objectionToNode = (what: string, text: string): string | undefined => {
  if (NODE_NAME.test(text)) return undefined;
  if (text === "") return `The ${what} must not be empty.`;
  const [host = ""] = text.split(".");
  const hint = NODE_NAME.test(host) ? ` Write it without its domain: "${host}".` : "";
  return `The ${what} "${text}" is not the name of a Proxmox VE node: letters, digits and hyphens.${hint}`;
};
