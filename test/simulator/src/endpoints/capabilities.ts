import { may } from "../access/permissions.js";
import { isVersion9 } from "../cluster/cluster.js";
import { failure } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { requiredText } from "../http/call.js";

const CPU_MODELS = [
  "host",
  "kvm64",
  "qemu64",
  "x86-64-v2",
  "x86-64-v2-AES",
  "x86-64-v3",
  "x86-64-v4",
  "EPYC",
  "Cooperlake",
];
const MACHINES_8 = ["8.2", "9.0", "9.2+pve1"];
const MACHINES_9 = [...MACHINES_8, "10.0", "10.1"];

/** What the nodes can do: processor models, machines, migration, devices, mappings of devices. */
export const capabilityEndpoints: Endpoints = {
  "GET /nodes/{node}/capabilities/qemu/cpu": () => ({
    data: CPU_MODELS.map((name) => ({ name, vendor: name === "EPYC" ? "AuthenticAMD" : "default", custom: 0 })),
  }),
  "GET /nodes/{node}/capabilities/qemu/machines": machines,
  "GET /nodes/{node}/capabilities/qemu/migration": () => ({ data: { "has-dbus-vmstate": 1 } }),
  "GET /nodes/{node}/hardware": () => ({ data: [{ type: "pci" }, { type: "usb" }] }),
  "GET /nodes/{node}/hardware/pci": () => ({ data: [] }),
  "GET /cluster/mapping/pci": mappings("pci"),
  "GET /cluster/mapping/usb": mappings("usb"),
  "GET /cluster/mapping/dir": mappings("dir"),
  "GET /cluster/config/nodes": ({ cluster }) => ({ data: [...cluster.nodes.keys()].map((node) => ({ node })) }),
  "GET /storage/{storage}": oneStorage,
};

function machines({ executor }: Call): Answer {
  const versions = isVersion9(executor) ? MACHINES_9 : MACHINES_8;
  const kinds = [
    ["i440fx", "pc-i440fx"],
    ["q35", "pc-q35"],
  ] as const;
  return {
    data: kinds.flatMap(([type, prefix]) => versions.map((version) => ({ id: `${prefix}-${version}`, type, version }))),
  };
}

function mappings(kind: "pci" | "usb" | "dir"): (call: Call) => Answer {
  return ({ cluster, caller }) => {
    const visible = cluster.mappings.filter(
      (mapping) =>
        mapping.kind === kind &&
        may(cluster, caller, `/mapping/${kind}/${mapping.id}`, "Mapping.Modify", "Mapping.Use", "Mapping.Audit"),
    );
    return {
      data: visible.map(({ id, nodes }) => ({ id, description: "", map: nodes.map((node) => device(kind, node)) })),
    };
  };
}

function device(kind: "pci" | "usb" | "dir", node: string): string {
  if (kind === "dir") return `node=${node},path=/srv/shared`;
  return kind === "pci" ? `node=${node},path=0000:01:00.0,id=10de:1eb8` : `node=${node},id=0529:0001`;
}

function oneStorage(call: Call): Answer {
  const name = requiredText(call, "storage");
  const storage = call.cluster.storages.find((each) => each.name === name);
  if (storage === undefined) throw failure(`storage '${name}' does not exist`);
  return {
    data: {
      storage: storage.name,
      type: storage.type,
      content: storage.content.join(","),
      shared: storage.shared ? 1 : undefined,
      nodes: storage.nodes?.join(","),
      disable: storage.disabled ? 1 : undefined,
    },
  };
}
