namespace Actors.Web.Identity;

/// <summary>Endpoint metadata: requests that need no caller although the endpoint requires one.</summary>
/// <param name="Applies">A pure function of the request.</param>
internal sealed record AccessExemption(Func<HttpContext, bool> Applies);
