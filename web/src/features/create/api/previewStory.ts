/** The story as the page will show it: made by the same code. */
export async function previewStory(story: string): Promise<string> {
  const answer = await fetch('/web/stories/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ story }),
  })
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`)
  return ((await answer.json()) as { html: string }).html
}
