import { endRunning } from "./command.mjs";
import { interruption } from "./interrupt.mjs";
import { processGroup } from "./processes.mjs";
import { Refusal, say } from "./say.mjs";

/**
 * Brings programs up and keeps them until somebody asks for the end, or one of them ends by itself.
 * @param {{ isLoud?: boolean, logs?: string }} options see processGroup
 * @param {(group: ReturnType<typeof processGroup>) => Promise<void>} bringUp returns once all of them answer
 * @param {() => Promise<void>} tidyUp runs after the programs ended, however far bringing up came
 * @returns {Promise<number>} exit status
 */
export async function supervise(options, bringUp, tidyUp) {
  const asked = interruption();
  const group = processGroup(options);
  try {
    const outcome = await Promise.race([
      bringUp(group).then(() => new Promise(() => undefined)),
      group.death,
      asked.then(() => undefined),
    ]);
    if (outcome) throw new Refusal(outcome);
    return 0;
  } finally {
    say("stopping");
    endRunning();
    await group.stop();
    await tidyUp();
  }
}
