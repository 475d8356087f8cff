/// How the page looks: light or dark as the reader likes it, on a telephone or a wide screen.
enum PageStyle {
    static let sheet = """
        :root { color-scheme: light dark; --ink: #1c1b1a; --soft: #5f5b57; --line: #dcd8d3;
          --paper: #fff; --shade: #f5f3f0; --mark: #b3420f; }
        @media (prefers-color-scheme: dark) { :root { --ink: #eceae7; --soft: #a8a39d;
          --line: #3b3835; --paper: #191817; --shade: #242221; --mark: #ff9d6b; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 16px/1.5 system-ui, "Ubuntu", "Segoe UI", sans-serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
        h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.01em; }
        h2 { margin: 2.25rem 0 0.6rem; font-size: 1.15rem; }
        p { margin: 0.4rem 0; }
        .sum { color: var(--soft); font-size: 1.1rem; }
        a { color: var(--mark); }
        code, pre { font: 0.9em/1.5 ui-monospace, "Ubuntu Mono", "DejaVu Sans Mono", monospace; }
        code { overflow-wrap: anywhere; }
        pre { margin: 0.6rem 0; padding: 0.8rem 1rem; background: var(--shade);
          border-left: 3px solid var(--mark); white-space: pre-wrap; }
        em { font-style: normal; color: var(--mark); }
        dl { margin: 1.5rem 0 0; border-top: 1px solid var(--line); }
        dl div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; padding: 0.45rem 0;
          border-bottom: 1px solid var(--line); }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        .wide { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; }
        th, td { padding: 0.5rem 1rem 0.5rem 0; text-align: left; vertical-align: top;
          border-bottom: 1px solid var(--line); }
        thead th { color: var(--soft); font-weight: 400; font-size: 0.9rem; }
        tbody th { font-weight: 600; }
        td small { display: block; color: var(--soft); }
        .versions span { display: inline-block; margin-right: 0.75rem; white-space: nowrap;
          font-variant-numeric: tabular-nums; }
        th:last-child, .size { padding-right: 0; text-align: right; white-space: nowrap;
          font-variant-numeric: tabular-nums; }
        @media (max-width: 36rem) {
          main { padding: 1.5rem 1rem 3rem; }
          dl div { grid-template-columns: 1fr; }
          table { font-size: 0.85rem; }
          th, td { padding-right: 0.6rem; }
          .versions span { display: block; margin: 0; }
        }
        """
}
