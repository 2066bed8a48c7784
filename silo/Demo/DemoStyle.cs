namespace Actors.Silo.Demo;

/// <summary>The style sheet of the demo site.</summary>
internal static class DemoStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--line:#d9dee5;--soft:#667;--card:#fff;--page:#f6f7f9;--ink:#16202c}
        @media(prefers-color-scheme:dark){:root{--line:#2b3440;--soft:#9aa7b5;--card:#1a212b;--page:#11161d;--ink:#e8edf3}}
        *{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:var(--page);color:var(--ink)}
        header{display:flex;gap:1rem;align-items:baseline;padding:1.2rem max(1rem,calc(50vw - 520px));border-bottom:1px solid var(--line);background:var(--card)}
        header a{font-weight:700;font-size:1.2rem;color:inherit;text-decoration:none}small,i{color:var(--soft);font-style:normal}
        main{max-width:1040px;margin:1.5rem auto;padding:0 1rem}
        .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:1rem}
        .card{display:flex;flex-direction:column;background:var(--card);border:1px solid var(--line);border-radius:10px;overflow:hidden;color:inherit;text-decoration:none}
        .card:hover{border-color:#4a7fd0}.card img{width:100%;aspect-ratio:4/3;object-fit:cover;background:var(--line)}
        .body{display:flex;flex-direction:column;gap:.2rem;padding:.8rem}.body i{font-size:.85rem}.broken{border-style:dashed;justify-content:center;text-align:center}
        .one{display:grid;grid-template-columns:minmax(200px,340px) 1fr;gap:1.5rem}.one img{width:100%;border-radius:10px}
        h1{margin:0 0 .5rem;line-height:1.2}.when{color:var(--soft)}.price{font-weight:700}
        .tags span{border:1px solid var(--line);border-radius:99px;padding:.1rem .7rem;font-size:.85rem}
        nav{display:flex;gap:1rem;justify-content:center;padding:1rem 0 2.5rem}.next{color:#4a7fd0}
        @media(max-width:640px){.one{grid-template-columns:1fr}}
        """;
}
