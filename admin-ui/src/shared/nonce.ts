/** The server's one-time word under which this page may add its styles (Content-Security-Policy). */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined
