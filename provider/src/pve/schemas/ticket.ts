import * as z from "zod";
import { decoderOf } from "../decode.js";
import { wireBoolean } from "./wire-values.js";

const ticketSchema = z
  .object({ ticket: z.string().min(1), CSRFPreventionToken: z.string().nullish(), NeedTFA: wireBoolean.nullish() })
  .transform((wire) => ({
    ticket: wire.ticket,
    csrfPreventionToken: wire.CSRFPreventionToken ?? "",
    needsSecondFactor: wire.NeedTFA === true || wire.ticket.startsWith("PVE:!tfa!"),
  }));

/** The answer to a login. */
export const decodeTicket = decoderOf(ticketSchema);
