using System.Net;

namespace HomeOps.Cli;

/// <summary>Downloads over http and https: 30 seconds, up to three tries and up to five redirections, 16 MiB at most.</summary>
/// <param name="limit">How long one try may take; null for 30 seconds.</param>
internal sealed class RealDownloads(TimeSpan? limit = null) : IDownloads
{
    private const int Tries = 3;
    private const int MaxBytes = 16 * 1024 * 1024;
    private const int MaxRedirections = 5;
    private readonly TimeSpan limit = limit ?? TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public byte[] Get(Uri url)
    {
        // Releases on github.com are sent elsewhere, so redirections are followed; from https to http .NET follows none.
        using var handler = new SocketsHttpHandler { MaxAutomaticRedirections = MaxRedirections };
        using var client = new HttpClient(handler) { Timeout = limit, MaxResponseContentBufferSize = MaxBytes };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Get(client, url);
            }
            catch (HttpRequestException failure) when (attempt < Tries && MayPass(failure))
            {
                Thread.Sleep(Pause * attempt);
            }
            catch (HttpRequestException failure)
            {
                throw new IOException(
                    failure.StatusCode is { } status ? $"the server answers {(int)status}" : Inner(failure).Message,
                    failure
                );
            }
            catch (UriFormatException strange)
            {
                throw new IOException("the server sends to what is no address of the web", strange);
            }
            catch (TaskCanceledException late)
            {
                throw new IOException($"there was no answer within {limit.TotalSeconds} seconds", late);
            }
        }
    }

    private static byte[] Get(HttpClient client, Uri url)
    {
        using var response = client.GetAsync(url).GetAwaiter().GetResult();
        response.EnsureSuccessStatusCode();
        return response.Content.Headers.ContentType?.MediaType == "text/html"
            ? throw new IOException("the server answers with a page for people, not with a file")
            : response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
    }

    // What another try may mend: a lost connection, a server that is busy. An answer that is too long is none of it.
    private static bool MayPass(HttpRequestException failure) =>
        failure.StatusCode is { } status
            ? status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            : failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded;

    private static Exception Inner(Exception failure) => failure.InnerException is { } inner ? Inner(inner) : failure;
}
