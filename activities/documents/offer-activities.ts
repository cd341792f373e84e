/** The deeds of an approved offer's process. Keys are whole: workflow id + business step. */
export interface OfferActivities {
  /**
   * Ends an offer the client has not decided on, tells the deal (whose path says it) and the author: one transaction under
   * `offer/<id>/expire`. A decision that came first stays. A local activity.
   */
  expireOffer(deed: { offerId: string; key: string }): Promise<void>
}
