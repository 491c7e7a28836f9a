/**
 * The id of the signed bridge app that this project publishes (from the release key's public half: docs/bridge.md). It
 * may serve without a code being compared, because nobody else can have this id. null: none has been published yet.
 */
export const releaseAppId: string | null = null;
