// Exit code 0 while the API of this container answers.
const port = process.env['PORT'] ?? '8000'
const answer = await fetch(`http://127.0.0.1:${port}/health/live`, { signal: AbortSignal.timeout(2_500) }).catch(
  () => null,
)
process.exit(answer?.ok ? 0 : 1)
