import { attributePath } from "../../cty/path.js";
import { isUnknown } from "../../cty/value.js";
import { validatePolicy } from "../../attributes/effective-policy.js";
import type { ValidateContext } from "../../framework/context.js";
import type { Diagnostics } from "../../framework/diagnostics.js";
import type { DraftModel } from "../../framework/schema/attribute.js";
import { guestAttributes } from "../../placing/guest-attributes.js";
import { validateGuest, validateGuests } from "../../placing/validate-guests.js";
import type { bestNodeAttributes } from "./best-node-attributes.js";

type Config = DraftModel<typeof bestNodeAttributes>;

const refuseBothForms = (config: Config, diagnostics: Diagnostics): void => {
  for (const name of Object.keys(guestAttributes) as (keyof typeof guestAttributes)[]) {
    if (config[name] === null) continue;
    diagnostics.error(
      "Conflicting Attributes",
      `"${name}" describes a single guest and cannot stand beside "guests". Move it into an element of "guests", or remove "guests".`,
      attributePath(name),
    );
  }
};

/** Checks that a configuration asks about either one guest or a batch, and that it says enough. */
export const validateBestNode = (config: Config, { diagnostics }: ValidateContext): void => {
  validatePolicy(config.policy, diagnostics);
  if (isUnknown(config.guests)) return;
  if (config.guests === null) {
    validateGuest(config, [], diagnostics);
    return;
  }
  refuseBothForms(config, diagnostics);
  validateGuests(config.guests, "guests", diagnostics);
};
