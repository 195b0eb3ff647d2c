export function PageSkeleton() {
  return (
    <div className="page min-h-[80vh] py-12" aria-busy="true">
      <div className="skeleton h-4 w-40" />
      <div className="skeleton mt-5 h-14 w-3/4" />
      <div className="skeleton mt-4 h-5 w-1/2" />
      <div className="skeleton mt-10 aspect-21/9 w-full" />
    </div>
  )
}
