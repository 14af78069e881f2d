// Lets classes call the substitutes: those that are loaded from now on, and those of the JDK that
// are loaded already.

package measured;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

public final class Agent implements ClassFileTransformer {
  /** The descriptor of each substitute. */
  private final Map<String, String> substitutes = new HashMap<>();

  public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
    instrumentation.addTransformer(new Agent(), true);
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      // Executors, timers and random numbers.
      boolean concerned = type.getName().startsWith("java.util.");
      if (concerned && instrumentation.isModifiableClass(type)) loaded.add(type);
    }
    instrumentation.retransformClasses(loaded.toArray(Class<?>[]::new));
  }

  private Agent() throws ReflectiveOperationException {
    for (Method substitute : Substitutes.class.getDeclaredMethods()) {
      Substitutes.Of of = substitute.getAnnotation(Substitutes.Of.class);
      Method original = original(of.value(), substitute);
      String key = key(Type.getInternalName(of.value()), original);
      substitutes.put(key, Type.getMethodDescriptor(substitute));
    }
  }

  private static Method original(Class<?> owner, Method substitute)
      throws ReflectiveOperationException {
    Class<?>[] parameters = substitute.getParameterTypes();
    try {
      Method method = owner.getDeclaredMethod(substitute.getName(), parameters);
      if (Modifier.isStatic(method.getModifiers())) return method;
    } catch (NoSuchMethodException isNotStatic) {
      // The object comes first.
    }
    Class<?>[] others = Arrays.copyOfRange(parameters, 1, parameters.length);
    return owner.getDeclaredMethod(substitute.getName(), others);
  }

  private static String key(String owner, Method method) {
    return owner + "." + method.getName() + Type.getMethodDescriptor(method);
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
    // The originals are there.
    if (name == null || name.startsWith("java/lang/") || name.startsWith("measured/")) return null;
    if (name.equals("java/util/concurrent/locks/LockSupport")) return null;
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Rewriter(writer), 0);
    return writer.toByteArray();
  }

  private final class Rewriter extends ClassVisitor {
    Rewriter(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
          String substitute = substitutes.get(owner + "." + name + descriptor);
          if (substitute == null || opcode == Opcodes.INVOKESPECIAL) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
          } else {
            String holder = Type.getInternalName(Substitutes.class);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, holder, name, substitute, false);
          }
        }
      };
    }
  }
}
