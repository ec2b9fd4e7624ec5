import { describe, expect, it } from "vitest";
import { deltaE00 } from "../../../bench/pictures/colour-difference.ts";

describe("the colour difference", () => {
  // From the test data of Sharma, Wu and Dalal (2005), table 1: pairs 1, 4, 7, 9, 14, 17, 19, 24, 25, 31, 34.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
    [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [56, -27, -3], 31.903],
    [[50, 2.5, 0], [50, 3.2592, 0.335], 1.0],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)("of %j and %j is %f", (one, other, expected) => {
    expect(deltaE00(one, other)).toBeCloseTo(expected, 4);
    expect(deltaE00(other, one)).toBeCloseTo(expected, 4);
  });
});
