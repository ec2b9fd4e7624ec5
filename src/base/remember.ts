/**
 * The value that `cache` holds for a key, made at its first use. A cache that has `most` entries is emptied before the next
 * one, so that a process that sets articles all day does not grow.
 */
export function remember<Key, Value>(cache: Map<Key, Value>, key: Key, most: number, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = make();
  if (cache.size >= most) cache.clear();
  cache.set(key, value);
  return value;
}
