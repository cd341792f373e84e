import type { FilterQuery } from '@mikro-orm/postgresql'

const mostWords = 8

/**
 * Goods by fragments of name, article, bar code and values of properties, all of which must be there: «веник зел
 * турбо» (S-021). ё and е are one letter.
 */
export const bySearchText = <E extends { searchText: string }>(q: string): FilterQuery<E> => {
  const words = q.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean).slice(0, mostWords)
  return {
    $and: words.map(word => ({
      searchText: { $like: `%${word.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%` },
    })),
  } as FilterQuery<E>
}
