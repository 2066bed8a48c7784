using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.PasswordReset;

/// <summary>The page that the link in the letter opens. The token is in the URL fragment, which is not sent to servers and not logged.</summary>
internal static class ResetPage
{
    private const string Script = """
        const form = document.querySelector('form'), output = document.querySelector('output');
        form.addEventListener('submit', async submitted => {
          submitted.preventDefault();
          const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
          const body = JSON.stringify({ token, newPassword: form.elements.password.value });
          const answer = await fetch(location.pathname, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
          const { detail } = await answer.json().catch(() => ({}));
          output.textContent = typeof detail === 'string' ? detail : detail?.[0]?.msg ?? 'Please try again later';
          if (answer.ok) { form.hidden = true; history.replaceState(null, '', location.pathname); }
        });
        """;

    private const string Page = $"""
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>New password</title>
        <form><label>New password <input name="password" type="password" autocomplete="new-password" maxlength="1024" required autofocus></label>
        <button>Save</button></form><output></output>
        <script>{Script}</script></html>
        """;

    private static readonly string s_policy =
        $"default-src 'none'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'; "
        + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static IResult Show(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = s_policy;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        return Results.Text(Page, "text/html; charset=utf-8");
    }
}
