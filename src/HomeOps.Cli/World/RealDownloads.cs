using System.Net;

namespace HomeOps.Cli;

/// <summary>Downloads over http and https: 30 seconds for each try, up to three tries, 16 MiB at most.</summary>
internal sealed class RealDownloads : IDownloads
{
    private const int Tries = 3;
    private const int MaxBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public byte[] Get(Uri url)
    {
        using var client = new HttpClient { Timeout = Limit, MaxResponseContentBufferSize = MaxBytes };
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
            catch (TaskCanceledException late)
            {
                throw new IOException($"there was no answer within {Limit.TotalSeconds} seconds", late);
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
