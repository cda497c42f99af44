/** Begins the tags whose guests share a node; the whole tag is the name of the rule. */
export const AFFINITY_PREFIX = "plb_affinity";

/** Begins the tags whose guests keep apart; the whole tag is the name of the rule. */
export const ANTI_AFFINITY_PREFIX = "plb_anti_affinity";

/** Begins the tags that name a node on which the guest may run. */
export const PIN_PREFIX = "plb_pin_";

/** Begins the tags that keep a guest where it is. */
export const IGNORE_PREFIX = "plb_ignore";
