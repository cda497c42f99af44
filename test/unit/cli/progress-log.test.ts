import { describe, expect, it } from "vitest";
import { progressLog } from "../../../provider/src/cli/progress-log.js";

const WAY = { vmid: 101, guest: "web1", from: "pve1", to: "pve2" };

const told = (tell: (log: ReturnType<typeof progressLog>) => void): readonly string[] => {
  const lines: string[] = [];
  tell(progressLog({ stderr: (line) => lines.push(line) }));
  return lines;
};

describe("the progress of migrations", () => {
  it("says how much was sent, once for each percent", () => {
    const lines = told((log) => {
      for (const percent of [40, 40.2, 41]) log.info("Migration progress", { ...WAY, part: "memory", percent });
      log.info("Migration progress", { ...WAY, part: "scsi0", percent: 41 });
      log.info("Migrated guest", { ...WAY, seconds: 12 });
    });
    expect(lines).toEqual([
      "Migration progress 101 (web1) from pve1 to pve2: memory 40 %.\n",
      "Migration progress 101 (web1) from pve1 to pve2: memory 41 %.\n",
      "Migration progress 101 (web1) from pve1 to pve2: scsi0 41 %.\n",
      "Migrated guest 101 (web1) from pve1 to pve2 after 12 s.\n",
    ]);
  });

  it("tells each of two guests that move at the same time", () => {
    const lines = told((log) => {
      for (const vmid of [101, 102, 101, 102])
        log.info("Migration progress", { ...WAY, vmid, part: "memory", percent: 5 });
    });
    expect(lines).toHaveLength(2);
  });
});
