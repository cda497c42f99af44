import { describe, expect, expectTypeOf, it } from "vitest";
import type { GuestProps } from "../src/cdktf-proxlb.js";
import { AffinityGroup, BalancedCluster, BestNode } from "../src/cdktf-proxlb.js";
import type { DataProxlbBestNodeGuests } from "../src/generated/l1.js";
import { synthesized } from "./support/synthesized.js";

const SIZE = { cpuCores: 2, memoryMib: 4096 };

describe("BestNode", () => {
  it("keeps its first answer, and follows a guest that exists", () => {
    const { stack, value } = synthesized((scope) => new BestNode(scope, "ci", { ...SIZE, name: "ci" }).nodeName);
    expect(stack).toMatchSnapshot();
    expect(value).toBe(
      "${data.proxlb_best_node.ci_6BD54AB4.existing ? data.proxlb_best_node.ci_6BD54AB4.node_name : terraform_data.ci_Pin_65C868FC.input}",
    );
  });

  it("asks with every property under its Terraform name, and with the tags of its groups", () => {
    const { stack } = synthesized((scope) => {
      const group = new AffinityGroup(scope, "shop");
      return new BestNode(scope, "app", {
        ...SIZE,
        type: "ct",
        name: "app",
        vmId: 4711,
        diskGib: 32,
        storage: "ceph",
        tags: ["prod"],
        groups: [group],
        pool: "web",
        allowedNodes: ["pve1", "pve2"],
        excludedNodes: ["pve2"],
        policy: { methods: ["memory", "cpu"], nodeReserve: [{ memoryMib: 2048 }] },
        generation: "2",
      }).requireScore(40).nodeName;
    });
    expect(stack).toMatchSnapshot();
  });

  it("has a property for everything that the provider can be told of a guest", () => {
    expectTypeOf<Exclude<keyof DataProxlbBestNodeGuests, keyof GuestProps>>().toBeNever();
  });

  it("lists what has to move first where room may be made", () => {
    const { stack, value } = synthesized((scope) => new BestNode(scope, "ci", { ...SIZE, makeRoom: true }).moves);
    expect(stack.data?.["proxlb_best_node"]).toMatchObject({ ci_6BD54AB4: { make_room: true } });
    expect(value).toBe("${data.proxlb_best_node.ci_6BD54AB4.moves}");
  });

  it("gives the answer of the moment when it is not sticky", () => {
    const { stack, value } = synthesized((scope) => new BestNode(scope, "ci", { ...SIZE, sticky: false }).nodeName);
    expect(stack.resource).toBeUndefined();
    expect(value).toBe("${data.proxlb_best_node.ci_6BD54AB4.node_name}");
  });

  it("takes policy and groups of its cluster, added later included, and lets single keys be overridden", () => {
    const { stack } = synthesized((scope) => {
      const cluster = new BalancedCluster(scope, "lab", { policy: { balanciness: 5, ignoreNodes: ["pve9"] } });
      const answer = new BestNode(scope, "ci", { ...SIZE, cluster, policy: { balanciness: 7 } });
      cluster.addGroup(new AffinityGroup(scope, "shop", { guests: [{ vmId: 101 }] }));
      return answer.nodeName;
    });
    expect(stack.data?.["proxlb_best_node"]).toMatchObject({
      ci_6BD54AB4: {
        policy: {
          balanciness: 7,
          ignore_nodes: ["pve9"],
          rules: [{ name: "shop", type: "affinity", strength: "must", vm_ids: [101], tags: ["plb_affinity_shop"] }],
        },
      },
    });
  });

  it.each([
    ["no size", {}, "A new guest needs `cpuCores` and `memoryMib`"],
    ["a blank name", { ...SIZE, name: " " }, "`name` is empty"],
    ["an id that Proxmox does not have", { vmId: 99 }, "`vmId` is 99"],
    ["a part of an id", { vmId: 100.5 }, "`vmId` is 100.5"],
    ["no CPU", { ...SIZE, cpuCores: 0 }, "`cpuCores` is 0"],
    ["memory in GiB", { ...SIZE, memoryMib: 8 }, "The unit is MiB, not GiB."],
    ["no number of CPUs", { ...SIZE, cpuCores: Number.NaN }, "`cpuCores` is NaN"],
    ["a negative disk", { ...SIZE, diskGib: -1 }, "`diskGib` is -1"],
    ["a blank storage", { ...SIZE, storage: " " }, "`storage` is empty"],
    ["no node allowed", { ...SIZE, allowedNodes: [] }, "`allowedNodes` is empty"],
    [
      "every allowed node excluded",
      { ...SIZE, allowedNodes: ["pve1"], excludedNodes: ["pve1", "pve2"] },
      "`excludedNodes` has every node of `allowedNodes`",
    ],
    ["a generation without stickiness", { ...SIZE, sticky: false, generation: "2" }, "`generation` has no effect"],
  ])("refuses %s, with its path", (_what, props, message) => {
    const build = () => synthesized((scope) => new BestNode(scope, "ci", props).nodeName);
    expect(build).toThrow("test/ci: ");
    expect(build).toThrow(message);
  });

  it.each([-1, 101, Number.NaN])("refuses a score of %s", (score) => {
    expect(() => synthesized((scope) => new BestNode(scope, "ci", SIZE).requireScore(score).nodeName)).toThrow(
      `test/ci: A score is from 0 to 100, not ${score}.`,
    );
  });

  it("does not judge tokens", () => {
    const { stack } = synthesized((scope) => {
      const first = new BestNode(scope, "first", SIZE);
      return new BestNode(scope, "second", {
        cpuCores: 1,
        memoryMib: first.resource.memoryMib,
        name: first.resource.name,
      }).nodeName;
    });
    expect(stack.data?.["proxlb_best_node"]).toMatchObject({
      second_72DCB114: { memory_mib: "${data.proxlb_best_node.first_06E01775.memory_mib}" },
    });
  });
});
