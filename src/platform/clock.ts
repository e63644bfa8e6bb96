// What time it is: real, or the demonstration's clock, which starts where it was set and runs on.
import type { Config } from './config.ts';

/** Call it for the instant now. `moveTo` sets the clock to an instant from which it runs on; null means real time. */
export type Clock = { (): Date; moveTo: (instant: Date | null) => void };

/** A clock that starts at `TONGKET_NOW`, or shows real time. `realNow` gives milliseconds since 1970. */
export function clockFrom(config: Pick<Config, 'demoNow'>, realNow: () => number = Date.now): Clock {
  let offset = 0;
  const moveTo = (instant: Date | null) => {
    offset = instant ? instant.getTime() - realNow() : 0;
  };
  moveTo(config.demoNow);
  return Object.assign(() => new Date(realNow() + offset), { moveTo });
}
