// The demonstration's clock starts where it is set and runs on.
import { expect, it } from 'vitest';
import { clockFrom } from './clock.ts';

it('shows real time without a demonstration', () => {
  expect(clockFrom({ demoNow: null }, () => 5_000).call(null)).toEqual(new Date(5_000));
});

it('starts at the set instant, runs on, and can be moved and set back', () => {
  let real = 1_000;
  const clock = clockFrom({ demoNow: new Date('2023-08-25T01:00:00Z') }, () => real);
  expect(clock()).toEqual(new Date('2023-08-25T01:00:00Z'));
  real += 60_000;
  expect(clock()).toEqual(new Date('2023-08-25T01:01:00Z'));
  clock.moveTo(new Date('2023-09-01T00:00:00Z'));
  real += 1_000;
  expect(clock()).toEqual(new Date('2023-09-01T00:00:01Z'));
  clock.moveTo(null);
  expect(clock()).toEqual(new Date(real));
});
