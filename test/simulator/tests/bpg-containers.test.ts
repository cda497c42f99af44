import { describe, expect, it } from "vitest";
import { BpgClient } from "./bpg-client.js";
import { bpgCluster } from "./bpg-cluster.js";
import { simulate } from "./clusters.js";
import { STRICT } from "./strict-types.js";

describe("a container", () => {
  const NEW_CT = {
    vmid: "100",
    ostemplate: "local:vztmpl/debian-13-standard_13.1-1_amd64.tar.zst",
    ostype: "debian",
    arch: "amd64",
    cores: "1",
    cpulimit: "0",
    memory: "512",
    swap: "0",
    storage: "local",
    console: "1",
    cmode: "tty",
    tty: "2",
    protection: "0",
    start: "1",
    onboot: "1",
    template: "0",
    unprivileged: "0",
    hostname: "ct-1",
    net0: "name=veth0,bridge=vmbr0,firewall=0",
    tags: "a;b",
    pool: "web",
  };

  it("is created, read, updated and deleted", async () => {
    const simulator = await simulate(bpgCluster());
    const client = new BpgClient(simulator);
    expect((await client.ask("GET version", STRICT.version)).version).toBe("9.2.3");
    expect(await client.run("POST nodes/pve1/lxc", NEW_CT)).toBe("OK");
    await client.until("GET nodes/pve1/lxc/100/status/current", ({ lock }) => lock === undefined);
    await client.until("GET nodes/pve1/lxc/100/status/current", ({ status }) => status === "running");
    expect((await client.refused("POST nodes/pve1/lxc/100/status/start")).reason).toBe("CT 100 already running");
    const config = await client.ask("GET nodes/pve1/lxc/100/config", STRICT.containerConfig);
    expect(config).toMatchObject({
      hostname: "ct-1",
      cores: 1,
      memory: 512,
      swap: 0,
      rootfs: "local:100/vm-100-disk-0.raw,size=4G",
      unprivileged: 0,
    });
    expect(config).not.toHaveProperty("ostemplate");
    expect(config["net0"]).toMatch(/^name=veth0,bridge=vmbr0,firewall=0,hwaddr=BC:24:11(?::[0-9A-F]{2}){3},type=veth$/);
    await client.ask("GET nodes/pve1/lxc/100/status/current", STRICT.containerStatus);
    const cards = await client.ask("GET nodes/pve1/lxc/100/interfaces", STRICT.interfaces);
    expect(cards.map((card) => card.name)).toEqual(["lo", "veth0"]);

    await client.ask("PUT nodes/pve1/lxc/100/config", STRICT.nothing, { memory: "1024", delete: "tags" });
    expect(await client.run("PUT nodes/pve1/lxc/100/resize", { disk: "rootfs", size: "8G" })).toBe("OK");
    expect(await client.run("POST nodes/pve1/lxc/100/status/reboot")).toBe("OK");
    expect(await client.ask("GET nodes/pve1/lxc/100/config", STRICT.containerConfig)).toMatchObject({
      memory: 1024,
      rootfs: "local:100/vm-100-disk-0.raw,size=8G",
    });

    expect((await client.refused("DELETE nodes/pve1/lxc/100")).reason).toBe(
      "unable to destroy CT 100 - container is running",
    );
    expect(await client.run("POST nodes/pve1/lxc/100/status/shutdown", { forceStop: "1", timeout: "55" })).toBe("OK");
    expect(await client.run("DELETE nodes/pve1/lxc/100")).toBe("OK");
    expect((await client.refused("GET nodes/pve1/lxc/100/status/current")).reason).toBe(
      "Configuration file 'nodes/pve1/lxc/100.conf' does not exist",
    );
    expect(simulator.state().guests.map((guest) => guest.vmid)).toEqual([900, 901]);
  });

  it("is cloned, and a volume of it is moved", async () => {
    const client = new BpgClient(await simulate(bpgCluster()));
    await client.run("POST nodes/pve1/lxc/901/status/shutdown");
    expect(
      await client.run("POST nodes/pve1/lxc/901/clone", { newid: "105", hostname: "copy", full: "1", storage: "ceph" }),
    ).toBe("OK");
    expect(await client.ask("GET nodes/pve1/lxc/105/config", STRICT.containerConfig)).toMatchObject({
      hostname: "copy",
      rootfs: "ceph:vm-105-disk-0,size=4G",
    });
    expect(
      await client.run("POST nodes/pve1/lxc/105/move_volume", { volume: "rootfs", storage: "local", delete: "1" }),
    ).toBe("OK");
    expect(await client.ask("GET nodes/pve1/lxc/105/config", STRICT.containerConfig)).toMatchObject({
      rootfs: "local:105/vm-105-disk-0.raw,size=4G",
    });
  });
});
