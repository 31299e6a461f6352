/** The mark of the product: a mesh whose threads meet in one place. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0f5c65" />
      <path d="M9 10.5 16 16l7-6M9 22.5 16 16l7 6M9 10.5v12M23 10v12" fill="none" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" opacity=".75" />
      <g fill="#fff">
        <circle cx="9" cy="10.5" r="2.6" />
        <circle cx="9" cy="22.5" r="2.6" />
        <circle cx="23" cy="10" r="2.6" />
        <circle cx="23" cy="22" r="2.6" />
      </g>
      <circle cx="16" cy="16" r="3.2" fill="#f2a65a" />
    </svg>
  );
}
