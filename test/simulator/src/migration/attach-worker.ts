import type { MigrationRequest } from "./migration-request.js";
import type { StagedJob } from "./staged-job.js";

/** Lets the task of a migration reach its job; from the named stage on the guest is on the target and nothing can be called off. */
export function attachWorker(request: MigrationRequest, job: StagedJob, pointOfNoReturn: string): void {
  const { source, target, guest, task } = request;
  const fail = (cause: string): void => {
    if (job.stageName !== pointOfNoReturn) job.fail(cause);
  };
  task.attach({
    writePending: () => {
      job.writePending();
    },
    interrupt: () => {
      fail("interrupted by signal");
    },
    loseNode: (name) => {
      if (name === target.name) fail("client_loop: send disconnect: Broken pipe");
      if (name !== source.name) return;
      job.abandon();
      guest.incomingOn = undefined;
      task.finish("unexpected status");
    },
  });
}
