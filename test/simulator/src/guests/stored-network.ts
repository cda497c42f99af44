import { seededHex } from "../clock/random.js";
import { parameterError } from "../http/api-error.js";
import { formatProperties, parseProperties } from "./property-text.js";

const VM_MODELS = new Set(["virtio", "e1000", "e1000e", "rtl8139", "vmxnet3", "e1000-82540em", "ne2k_pci", "pcnet"]);
const MAC_PREFIX = "BC:24:11";

/** A network card as a client sends it. */
export interface NetworkRequest {
  /** Configuration key: `net0`. */
  readonly key: string;
  readonly text: string;
  readonly vmid: number;
  readonly seed: number;
}

/** Gives a VM's network card in the server's form, `virtio=BC:24:11:..,bridge=vmbr0`; an address is made when there is none. */
export function storedVmNetwork(request: NetworkRequest): string {
  const { first, pairs } = parseProperties(request.text);
  const rest = new Map(pairs);
  const named = [...VM_MODELS].find((model) => rest.has(model));
  const model = first ?? named ?? rest.get("model") ?? "";
  if (!VM_MODELS.has(model)) throw parameterError({ [request.key]: "invalid format - net.model: property is missing" });
  const address = (named === undefined ? undefined : rest.get(named)) ?? rest.get("macaddr") ?? madeAddress(request);
  for (const key of [model, "model", "macaddr"]) rest.delete(key);
  return formatProperties(`${model}=${address.toUpperCase()}`, rest);
}

/** Gives a container's network card in the server's form, `name=eth0,bridge=vmbr0,hwaddr=..,type=veth`. */
export function storedContainerNetwork(request: NetworkRequest): string {
  const { pairs } = parseProperties(request.text);
  const rest = new Map(pairs);
  const name = rest.get("name");
  if (name === undefined) throw parameterError({ [request.key]: "invalid format - net.name: property is missing" });
  rest.delete("name");
  rest.set("hwaddr", (rest.get("hwaddr") ?? madeAddress(request)).toUpperCase());
  rest.set("type", rest.get("type") ?? "veth");
  return formatProperties(`name=${name}`, rest);
}

function madeAddress({ seed, vmid, key }: NetworkRequest): string {
  const tail = seededHex(seed, 6, "mac", vmid, key);
  return [MAC_PREFIX, tail.slice(0, 2), tail.slice(2, 4), tail.slice(4, 6)].join(":");
}
