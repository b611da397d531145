import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/** Deploys an application and its jars five times, each with a class loader of its own, as a server does; none is to stay. */
public final class Redeployed {

    private static final int TIMES = 5;

    /** The JDK remembers the type of the last record that was compared, and with it one class loader. */
    private static final int OF_THE_JDK = 1;

    /** Arguments: the class path of the application, its main class, and the arguments of that. */
    public static void main(String[] args) throws Exception {
        List<WeakReference<ClassLoader>> deployments = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            deployments.add(new WeakReference<>(deployed(args)));
        }
        for (int i = 0; i < 50 && left(deployments) > OF_THE_JDK; i++) {
            System.gc();
            Thread.sleep(100);
        }
        if (left(deployments) > OF_THE_JDK) {
            throw new IllegalStateException(left(deployments) + " of " + TIMES + " deployments stay in memory");
        }
    }

    private static ClassLoader deployed(String[] args) throws Exception {
        URLClassLoader loader = new URLClassLoader(urls(args[0]), ClassLoader.getPlatformClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader server = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Class<?> application = loader.loadClass(args[1]);
            application.getMethod("main", String[].class).invoke(null, (Object) new String[] {args[2]});
        } finally {
            thread.setContextClassLoader(server);
            loader.close();
        }
        return loader;
    }

    private static URL[] urls(String classPath) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String file : classPath.split(File.pathSeparator)) {
            urls.add(new File(file).toURI().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static long left(List<WeakReference<ClassLoader>> deployments) {
        return deployments.stream().filter(deployment -> deployment.get() != null).count();
    }
}
