/** Drops the keys whose value is undefined: a key that a text does not give is absent. */
export function withoutAbsent<T extends object>(value: T): T {
  for (const key of Object.keys(value)) {
    if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key);
  }
  return value;
}
