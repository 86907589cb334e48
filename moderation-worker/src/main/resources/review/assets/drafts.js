// Half-written notes, kept in this tab: neither a lost connection, nor another comment, nor a new sign-in loses them.

const key = (id) => `winnow-note-${id}`;

export const draftOf = (id) => sessionStorage.getItem(key(id)) ?? "";

export function keepDraft(id, note) {
  if (note) {
    sessionStorage.setItem(key(id), note);
  } else {
    sessionStorage.removeItem(key(id));
  }
}
