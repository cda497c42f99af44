import type { ClusterInput } from "../src/description/cluster-description.js";

/** Two nodes with local and shared storage, two pools, a template and a container, as bpg's provider would find them. */
export function bpgCluster(version = "9.2.3"): ClusterInput {
  return {
    clock: { mode: "manual" },
    version,
    nodes: [{ name: "pve1" }, { name: "pve2" }],
    storages: [
      { name: "local-lvm", type: "lvmthin", size: "1TiB" },
      { name: "local", type: "dir", content: ["iso", "vztmpl", "images", "rootdir"], size: "1TiB" },
      { name: "ceph", type: "rbd", size: "10TiB" },
    ],
    pools: [{ name: "web" }, { name: "db" }],
    guests: [
      {
        id: 900,
        name: "golden",
        node: "pve1",
        template: true,
        cores: 2,
        memory: "2GiB",
        disks: [{ storage: "local-lvm", size: "8GiB" }],
      },
      { id: 901, kind: "ct", name: "base", node: "pve1", disks: [{ storage: "local", size: "4GiB" }] },
    ],
  };
}

/** What bpg's provider sends for a minimal virtual machine. */
export const NEW_VM = {
  vmid: "100",
  acpi: "1",
  agent: "enabled=0,fstrim_cloned_disks=0,type=virtio",
  balloon: "0",
  bios: "seabios",
  boot: "order=scsi0;net0",
  cores: "1",
  cpu: "qemu64",
  keyboard: "en-us",
  memory: "512",
  numa: "0",
  onboot: "1",
  ostype: "other",
  protection: "0",
  scsihw: "virtio-scsi-pci",
  sockets: "1",
  tablet: "1",
  template: "0",
  name: "web-1",
  tags: "prod;blue",
  net0: "model=virtio,bridge=vmbr0,firewall=0",
  scsi0: "file=local-lvm:8,format=raw,size=8,aio=io_uring,discard=on",
};
