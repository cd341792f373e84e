const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const noGuid = '00000000-0000-0000-0000-000000000000'

/** The form in which ids of 1C are compared: GUIDs without case, everything else as it is (CML-51). */
export const externalKey = (id: string): string =>
  id
    .split('#')
    .map(part => (guid.test(part) ? part.toLowerCase() : part))
    .join('#')

export interface OfferId {
  /** The goods' own id as 1C wrote it. */
  productId: string
  productKey: string
  /** The form for comparing; equals `productKey` where there is no characteristic. */
  offeringKey: string
  hasCharacteristic: boolean
}

/**
 * `goods` or `goods#characteristic`, split at the first `#` (CML-60). `X#X`, `X#` and a null GUID behind the `#`
 * mean: no characteristic.
 */
export const splitOfferId = (id: string): OfferId => {
  const at = id.indexOf('#')
  const productId = (at < 0 ? id : id.slice(0, at)).trim()
  const productKey = externalKey(productId)
  const characteristic = at < 0 ? '' : externalKey(id.slice(at + 1).trim())
  const hasCharacteristic =
    characteristic !== '' &&
    characteristic !== productKey &&
    !/^0+$/.test(characteristic) &&
    characteristic !== noGuid
  return {
    productId,
    productKey,
    offeringKey: hasCharacteristic ? `${productKey}#${characteristic}` : productKey,
    hasCharacteristic,
  }
}

/** The id, or null for an empty one and the null GUID. */
export const realId = (id: string): string | null => {
  const trimmed = id.trim()
  return trimmed === '' || trimmed === noGuid ? null : trimmed
}
