const STORE = 'pictures'
const KEY = 'draft'

/** The picture of the draft, beside its words: too large for where those are kept. Without storage it lives as long as the page. */
async function withStore<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const open = indexedDB.open('kindling.draft', 1)
  open.onupgradeneeded = () => open.result.createObjectStore(STORE)
  const database = await resultOf(open)
  try {
    return await resultOf(use(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

export const readPicture = (): Promise<Blob | null> =>
  withStore<unknown>('readonly', (store) => store.get(KEY)).then(
    (found) => (found instanceof Blob ? found : null),
    () => null,
  )

export const keepPicture = (picture: Blob | null): Promise<void> =>
  withStore('readwrite', (store): IDBRequest => (picture ? store.put(picture, KEY) : store.delete(KEY))).then(
    () => {},
    () => {},
  )
