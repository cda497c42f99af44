import type { Pressure } from "../cluster/cluster.js";

/** Names the pressures of a guest as the interface does; a node has the same without `pressurecpufull`. */
export function pressureFields(pressure: Pressure): readonly (readonly [string, number])[] {
  return [
    ["pressurecpusome", pressure.cpuSome],
    ["pressurecpufull", 0],
    ["pressureiosome", pressure.ioSome],
    ["pressureiofull", pressure.ioFull],
    ["pressurememorysome", pressure.memorySome],
    ["pressurememoryfull", pressure.memoryFull],
  ];
}
