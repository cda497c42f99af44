import type { Endpoints } from "../http/call.js";
import { accessEndpoints } from "./access.js";
import { capabilityEndpoints } from "./capabilities.js";
import { clusterEndpoints } from "./cluster.js";
import { containerEndpoints } from "./containers.js";
import { haEndpoints } from "./ha.js";
import { haStatusEndpoints } from "./ha-status.js";
import { historyEndpoints } from "./history.js";
import { metricsEndpoints } from "./metrics-export.js";
import { nodeEndpoints } from "./nodes.js";
import { poolEndpoints } from "./pools.js";
import { resourcesEndpoints } from "./cluster-resources.js";
import { storageEndpoints } from "./storage.js";
import { taskEndpoints } from "./tasks.js";
import { guestActionEndpoints } from "./guest-actions.js";
import { haChangeEndpoints } from "./ha-changes.js";
import { optionsChangeEndpoints } from "./options-change.js";
import { poolChangeEndpoints } from "./pool-changes.js";
import { storageContentEndpoints } from "./storage-content.js";
import { vmEndpoints } from "./vms.js";

/** Every endpoint that the simulated cluster serves. */
export const ALL_ENDPOINTS: Endpoints = {
  ...accessEndpoints,
  ...clusterEndpoints,
  ...capabilityEndpoints,
  ...resourcesEndpoints,
  ...haEndpoints,
  ...haStatusEndpoints,
  ...poolEndpoints,
  ...storageEndpoints,
  ...nodeEndpoints,
  ...vmEndpoints,
  ...containerEndpoints,
  ...historyEndpoints,
  ...metricsEndpoints,
  ...taskEndpoints,
  ...storageContentEndpoints,
  ...poolChangeEndpoints,
  ...optionsChangeEndpoints,
  ...haChangeEndpoints,
  ...guestActionEndpoints,
};
